import pytest
from django.core.checks.registry import registry
from django.db import models
from django.test.utils import isolate_apps
from wagtail.models import Page

from portal import checks


def ids(errors) -> list[str]:
    return [error.id for error in errors]


class TestConstraints:
    @isolate_apps("portal")
    def test_unique_together_is_refused(self):
        class Seat(models.Model):
            row, number = models.IntegerField(), models.IntegerField()

            class Meta:
                app_label = "portal"
                unique_together = [("row", "number")]

        assert ids(checks.unnamed_constraints(Seat)) == ["portal.E001"]

    @isolate_apps("portal")
    def test_a_constraint_without_words_is_refused(self):
        class Seat(models.Model):
            number = models.IntegerField()

            class Meta:
                app_label = "portal"
                constraints = [models.UniqueConstraint(fields=["number"], name="one_seat_per_number")]

        (error,) = checks.unnamed_constraints(Seat)
        assert error.id == "portal.E002"
        assert "one_seat_per_number" in error.msg

    @isolate_apps("portal")
    def test_a_constraint_with_a_message_passes(self):
        class Seat(models.Model):
            number = models.IntegerField()

            class Meta:
                app_label = "portal"
                constraints = [
                    models.UniqueConstraint(
                        fields=["number"], name="one_seat_per_number", violation_error_message="This seat is taken."
                    )
                ]

        assert list(checks.unnamed_constraints(Seat)) == []


class TestPages:
    @pytest.mark.parametrize(
        ("attributes", "found"), [({}, ["portal.E003"]), ({"parent_page_types": ["home.HomePage"]}, [])]
    )
    @isolate_apps("portal")
    def test_a_page_type_names_its_parents(self, attributes, found):
        meta = type("Meta", (), {"app_label": "portal"})
        page_type = type("LoosePage", (Page,), {"__module__": "portal.models", "Meta": meta, **attributes})
        assert ids(checks.unplaced_page(page_type)) == found

    def test_other_models_need_not(self):
        assert list(checks.unplaced_page(models.Model)) == []


def test_this_portal_keeps_its_rules():
    assert checks.house_rules() == []


def test_the_check_is_registered():
    assert checks.house_rules in registry.get_checks()
