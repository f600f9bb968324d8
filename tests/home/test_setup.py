import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission, Locale, Page, Site, Workflow, WorkflowPage

from home import setup
from home.enums import AUTHORS, EDITORS
from home.models import HomePage
from tests.factories.home import StandardPageFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


class TestFirstPages:
    def test_each_language_gets_a_live_home(self, homes):
        assert {language: page.live for language, page in homes.items()} == {"th": True, "en": True}
        assert homes["en"].title == "Network of Organizations"
        assert homes["th"].translation_key == homes["en"].translation_key

    def test_the_site_stands_at_the_base_url(self, homes):
        site = Site.objects.get()
        assert (site.hostname, site.port, site.root_page_id) == ("127.0.0.1", 8000, homes["th"].pk)

    def test_repeating_doubles_nothing(self, homes):
        setup.make_first_pages()
        assert Page.objects.filter(depth=2).count() == 2
        assert Locale.objects.count() == 2

    def test_repeating_keeps_what_people_wrote(self, homes):
        HomePage.objects.filter(pk=homes["th"].pk).update(title="ชื่อที่แก้แล้ว")
        Site.objects.update(hostname="council.example.org", site_name="สภา")
        homes["en"].unpublish()
        setup.make_first_pages()
        assert HomePage.objects.get(pk=homes["th"].pk).title == "ชื่อที่แก้แล้ว"
        assert Site.objects.get().hostname == "council.example.org"
        assert not HomePage.objects.get(pk=homes["en"].pk).live

    def test_the_tree_is_sound(self, homes):
        StandardPageFactory(parent=homes["th"])
        assert Page.find_problems() == ([], [], [], [], [])


class TestGroups:
    @pytest.fixture(autouse=True)
    def _groups(self, homes):
        setup.make_groups()

    def person_in(self, name: str):
        person = UserFactory()
        person.groups.add(Group.objects.get(name=name))
        return person

    def test_editors_publish(self, homes):
        rights = homes["th"].permissions_for_user(self.person_in(EDITORS))
        assert rights.can_edit()
        assert rights.can_publish()
        assert rights.can_add_subpage()

    def test_authors_write_but_do_not_publish(self, homes):
        author = self.person_in(AUTHORS)
        rights = homes["th"].permissions_for_user(author)
        assert rights.can_add_subpage()
        assert not rights.can_publish()

    @pytest.mark.parametrize("name", [EDITORS, AUTHORS])
    def test_neither_touches_organizations_or_people(self, name):
        person = self.person_in(name)
        assert person.has_perm("wagtailadmin.access_admin")
        assert not [p for p in person.get_all_permissions() if p.startswith(("network.", "events.", "auth."))]
        assert not person.has_perm("portal.change_user")

    def test_only_editors_submit_translations(self):
        assert self.person_in(EDITORS).has_perm("wagtail_localize.submit_translation")
        assert not self.person_in(AUTHORS).has_perm("wagtail_localize.submit_translation")

    def test_one_workflow_of_editors_covers_every_page(self, homes):
        workflow = StandardPageFactory(parent=homes["th"]).get_workflow()
        assert workflow.name == setup.WORKFLOW
        assert [g.name for g in workflow.tasks.get().specific.groups.all()] == [EDITORS]

    def test_wagtails_english_groups_are_gone(self):
        assert not Group.objects.filter(name__in=setup.WAGTAIL_GROUPS).exists()

    def test_repeating_doubles_nothing_and_gives_nothing_back(self):
        group = Group.objects.get(name=EDITORS)
        GroupPagePermission.objects.filter(group=group, permission__codename="publish_page").delete()
        setup.make_groups()
        assert not GroupPagePermission.objects.filter(group=group, permission__codename="publish_page").exists()
        assert Workflow.objects.count() == WorkflowPage.objects.count() == 1

    def test_another_workflow_stays(self):
        WorkflowPage.objects.all().delete()
        setup.make_groups()
        assert not WorkflowPage.objects.exists()


def test_the_roots_of_pages_and_files_have_thai_names():
    setup.make_first_pages()
    assert Page.get_first_root_node().title == setup.ALL_PAGES
    assert Collection.get_first_root_node().name == setup.ALL_FILES


def test_a_name_that_people_gave_a_root_stays():
    Page.objects.filter(depth=1).update(title="เว็บของเรา")
    Collection.objects.filter(depth=1).update(name="ของเรา")
    setup.make_first_pages()
    assert Page.get_first_root_node().title == "เว็บของเรา"
    assert Collection.get_first_root_node().name == "ของเรา"
