"""How forms look: every field with its label, its help and its error tied together for those who listen to the page."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class PageRenderer(TemplatesSetting):
    """Renders forms with the templates in `common/forms/`."""

    form_template_name = "common/forms/form.html"
    field_template_name = "common/forms/field.html"
