"""Pictures drawn on the server: one drawing serves the page, the SVG file and the PNG."""
