"""Every list of the CMS leads to its rows: Wagtail links only a first column that is given by name, or told whereto."""

import pytest
from django.urls import get_resolver
from wagtail.admin.ui.tables import TitleColumn
from wagtail.snippets.models import get_snippet_models

# Plugins register their snippets when the addresses are first asked for.
assert get_resolver().url_patterns
VIEWSETS = [model.snippet_viewset for model in get_snippet_models()]


@pytest.mark.parametrize("viewset", VIEWSETS, ids=lambda viewset: viewset.model._meta.label)
def test_the_first_column_opens_the_row(viewset):
    first = viewset.list_display[0]
    assert isinstance(first, str) or (isinstance(first, TitleColumn) and first._get_url_func)
