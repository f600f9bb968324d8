"""The components say what they are given, mark it up for everyone and leave out what is missing."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

LONG = "เครือข่ายองค์กรสาธารณประโยชน์เพื่อการพัฒนาคุณภาพชีวิต <ตัวอย่าง>"


@pytest.fixture(autouse=True)
def _in_thai():
    with override("th"):
        yield


def component(name, request=None, **context):
    return render_to_string(f"components/{name}.html", context, request)


class ContactForm(forms.Form):
    email = forms.EmailField(label="E-mail", help_text="We write rarely.")
    phone = forms.CharField(label="Phone", required=False)
    seen_by = forms.ChoiceField(label="Seen by", choices=[("all", "All"), ("few", "Few")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="I agree")
    token = forms.CharField(widget=forms.HiddenInput, required=False)


class TestField:
    def test_label_belongs_to_the_control(self):
        html = str(ContactForm()["email"].as_field_group())
        assert '<label class="label" for="id_email">E-mail</label>' in html
        assert 'id="id_email"' in html

    def test_hint_is_read_with_the_control(self):
        html = str(ContactForm()["email"].as_field_group())
        assert 'aria-describedby="id_email_helptext"' in html
        assert 'id="id_email_helptext">We write rarely.' in html

    def test_error_is_read_with_the_control(self):
        html = str(ContactForm({"email": "wrong"})["email"].as_field_group())
        assert 'aria-describedby="id_email_helptext id_email_error"' in html
        assert 'id="id_email_error"' in html
        assert 'aria-invalid="true"' in html
        assert "field-invalid" in html

    @pytest.mark.parametrize(("language", "word"), [("th", "(ไม่บังคับ)"), ("en", "(optional)")])
    def test_only_optional_fields_say_so(self, language, word):
        with override(language):
            assert word in ContactForm()["phone"].as_field_group()
            assert word not in ContactForm()["email"].as_field_group()

    def test_choices_have_a_legend_that_the_summary_can_reach(self):
        html = str(ContactForm({})["seen_by"].as_field_group())
        assert "<legend>Seen by</legend>" in html
        assert '<fieldset aria-describedby="id_seen_by_error" id="id_seen_by_choices"' in html
        assert html.count('id="id_seen_by"') == 1

    def test_checkbox_stands_inside_its_label(self):
        html = str(ContactForm()["agree"].as_field_group())
        assert html.index('<label class="check"') < html.index('type="checkbox"') < html.index("I agree")


class TestForm:
    def test_summary_links_to_each_wrong_field(self):
        html = component("form_errors", form=ContactForm({"email": "wrong"}))
        assert 'role="alert"' in html
        for target in ("#id_email", "#id_seen_by_choices", "#id_agree"):
            assert f'href="{target}"' in html
        assert 'href="#id_phone"' not in html

    def test_summary_does_not_repeat_the_sentence_that_labels_a_checkbox(self):
        html = component("form_errors", form=ContactForm({}))
        assert "E-mail: " in html
        assert "I agree" not in html

    def test_summary_tells_errors_of_the_whole_form(self):
        form = ContactForm({})
        form.add_error(None, "Closed since yesterday")
        assert "<li>Closed since yesterday</li>" in component("form_errors", form=form)

    def test_fresh_form_has_no_summary(self):
        assert 'role="alert"' not in component("form_errors", form=ContactForm())

    def test_fields_come_without_a_second_summary(self):
        assert 'role="alert"' not in str(ContactForm({}))

    def test_hidden_fields_come_along_once(self):
        assert str(ContactForm()).count('name="token"') == 1

    def test_typed_text_is_kept_and_escaped(self):
        assert 'value="&lt;b&gt;"' in str(ContactForm({"email": "<b>"}))


class TestTextIsEscaped:
    @pytest.mark.parametrize("name", ["card", "result", "notice", "empty_state", "hero", "section_header", "todo"])
    def test_in_titles(self, name):
        html = component(name, title=LONG, url="/x/", label="x")
        assert "&lt;ตัวอย่าง&gt;" in html
        assert "<ตัวอย่าง>" not in html


class TestPagination:
    def page(self, number, count=90):
        request = RequestFactory().get("/", {"q": "แม่น้ำ", "page": "7"})
        return component("pagination", request, page=Paginator(range(count), 20).page(number))

    def test_keeps_the_search(self):
        html = self.page(2)
        assert "q=%E0%B9%81" in html
        assert "page=1" in html
        assert "page=3" in html
        assert "page=7" not in html

    def test_first_page_has_no_way_back(self):
        assert 'rel="prev"' not in self.page(1)

    def test_one_page_needs_no_links(self):
        assert "<nav" not in self.page(1, count=3)


class TestDateBlock:
    def test_one_day(self):
        html = component("date_block", starts_on=date(2022, 1, 6), ends_on=date(2022, 1, 6))
        assert ">6</span>" in html

    def test_days_of_one_month_as_a_range(self):
        assert ">6–7</span>" in component("date_block", starts_on=date(2022, 1, 6), ends_on=date(2022, 1, 7))

    def test_days_of_two_months_show_the_first(self):
        html = component("date_block", starts_on=date(2022, 1, 28), ends_on=date(2022, 2, 2))
        assert ">28</span>" in html

    def test_end_may_be_unknown(self):
        assert ">6</span>" in component("date_block", starts_on=date(2022, 1, 6), ends_on=None)


class TestContactList:
    def test_kept_phone_is_dialled_and_read(self):
        html = component("contact_list", items=[{"kind": "phone", "value": "+6632400000;ext=12"}])
        assert 'href="tel:+6632400000;ext=12"' in html
        assert "032 400 000 ต่อ 12" in html

    def test_address_keeps_its_lines(self):
        assert "89<br>" in component("contact_list", items=[{"kind": "address", "value": "89\nเพชรบุรี"}])


class TestLittleOnes:
    def test_figure_without_a_source_names_none(self):
        html = component("figure_stat", value="99", label="สมาชิก")
        assert "99" in html
        assert "ที่มา" not in html

    def test_figure_shows_date_and_source(self):
        html = component("figure_stat", value="99", label="สมาชิก", as_of="14 สิงหาคม 2563", source="ธรรมนูญ")
        assert "ข้อมูล ณ 14 สิงหาคม 2563" in html
        assert "ที่มา: ธรรมนูญ" in html

    def test_empty_facts_are_left_out(self):
        html = component("definition_list", items=[{"term": "ก่อตั้ง", "value": ""}, {"term": "จังหวัด", "value": "น่าน"}])
        assert "จังหวัด" in html
        assert "ก่อตั้ง" not in html

    def test_chosen_filter_is_marked(self):
        html = component("facets", title="จังหวัด", items=[{"label": "น่าน", "url": "#", "count": 0, "current": True}])
        assert 'aria-current="true"' in html
        assert '<span class="count">0</span>' in html

    def test_sharing_link_carries_the_address_encoded(self):
        html = component("share", url="https://example.org/?a=1&b=2", title="ข่าว")
        assert "url=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26b%3D2&amp;text=" in html

    def test_copy_link_is_an_ordinary_link(self):
        assert 'href="/charter/#clause-3"' in component("copy_link", url="/charter/#clause-3")

    def test_done_steps_are_said_in_words(self):
        html = component("steps", items=[{"title": "ส่งแล้ว", "state": "done"}, {"title": "รอตรวจ", "state": "current"}])
        assert "เสร็จแล้ว" in html
        assert 'aria-current="step"' in html

    def test_last_crumb_is_the_page_and_no_link(self):
        html = component("breadcrumbs", items=[{"title": "หน้าแรก", "url": "/"}, {"title": "ข่าว", "url": "/news/"}])
        assert '<a href="/">หน้าแรก</a>' in html
        assert '<span aria-current="page">ข่าว</span>' in html

    def test_footer_without_contacts_has_no_empty_heading(self):
        assert "ติดต่อ" not in component("footer", identity={"display_name": "สภา"})
        assert "ติดต่อ" in component("footer", identity={"display_name": "สภา", "phone": "0 2000 0000"})
