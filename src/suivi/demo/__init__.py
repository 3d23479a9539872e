"""An invented State with a whole cycle behind it, to try everything on."""
