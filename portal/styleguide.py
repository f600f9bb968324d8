"""A page that shows every component with text of real length, for designers; only served while DEBUG is on."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LONG_TH = "เครือข่ายองค์กรสาธารณประโยชน์เพื่อการพัฒนาคุณภาพชีวิตคนพิการและผู้สูงอายุภาคตะวันออกเฉียงเหนือตอนล่าง (ตัวอย่าง)"
LONG_EN = "Sample Network of Public-Benefit Organizations for the Quality of Life of Persons with Disabilities"
SENTENCE = "ดูแลแม่น้ำ ประวัติศาสตร์ท้องถิ่น และงานเยาวชน ร่วมกับวัด โรงเรียน และองค์กรปกครองส่วนท้องถิ่น"
SEES = [("public", "ทุกคน"), ("members", "สมาชิกสภา"), ("secretariat", "สำนักงานเลขานุการ")]


class SampleForm(forms.Form):
    """One field of every kind."""

    work = forms.CharField(label="งานที่ทำอยู่ตอนนี้", help_text="เล่าสั้น ๆ สองสามประโยค", widget=forms.Textarea)
    email = forms.EmailField(label="อีเมล", required=False)
    phone = forms.CharField(label="โทรศัพท์", help_text="เช่น 0 3240 0000 ต่อ 12", widget=forms.TextInput({"type": "tel"}))
    province = forms.ChoiceField(label="จังหวัด", choices=[("", "เลือกจังหวัด"), ("TH-76", "เพชรบุรี"), ("TH-38", "บึงกาฬ")])
    visibility = forms.ChoiceField(label="ใครเห็นเบอร์โทรศัพท์นี้", choices=SEES, widget=forms.RadioSelect)
    issues = forms.MultipleChoiceField(
        label="ประเด็นที่ทำงาน",
        choices=[("river", "แม่น้ำ"), ("youth", "เยาวชน")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    logo = forms.FileField(label="ตราองค์กร", help_text="ไฟล์ PNG หรือ JPEG ไม่เกิน 5 MB", required=False)
    agree = forms.BooleanField(label="ให้แสดงตราองค์กรในหน้าสาธารณะ", required=False)


def show(request: HttpRequest) -> HttpResponse:
    """Every component once or more."""
    return render(request, "styleguide.html", sample())


def sample() -> dict:
    """What the style page shows: lists in the shapes that the components take."""
    return {
        "long_th": LONG_TH,
        "long_en": LONG_EN,
        "sentence": SENTENCE,
        "starts_on": date(2022, 1, 6),
        "ends_on": date(2022, 1, 7),
        "form": SampleForm({"email": "ไม่ใช่อีเมล", "phone": "12"}, auto_id="bad_%s"),
        "empty_form": SampleForm(initial={"work": SENTENCE, "visibility": "members"}),
        "page": Paginator(range(90), 20).page(2),
        "breadcrumbs": [{"title": "หน้าแรก", "url": "/"}, {"title": "ตัวอย่างทุกชิ้น", "url": ""}],
        **lists(),
    }


def lists() -> dict:
    """The samples that come as lists."""
    return {
        "facts": [
            {"term": "รูปแบบองค์กร", "value": "สมาคม จดทะเบียน 15 สิงหาคม 2561"},
            {"term": "จังหวัด", "value": "เพชรบุรี", "url": "#"},
        ],
        "contacts": [
            {"kind": "phone", "value": "+6632400000;ext=12"},
            {"kind": "email", "value": "phetchaburi@example.org"},
            {"kind": "line", "value": "@sample"},
            {"kind": "web", "value": "example.org", "url": "https://example.org"},
            {"kind": "address", "value": "เลขที่ 89 หมู่ 4 ตำบลโพไร่หวาน\nอำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี 76000"},
        ],
        "facets": [
            {"label": "กรุงเทพมหานคร", "url": "#", "count": 9},
            {"label": "เพชรบุรี", "url": "#", "count": 4, "current": True},
        ],
        "filters": [{"title": "ภาค", "items": [{"label": "ภาคใต้", "url": "#", "count": 16}]}],
        "bars": [
            {"label": "ภาคตะวันออกเฉียงเหนือ", "url": "#", "count": 28, "share": 100},
            {"label": "ภาคใต้", "url": "#", "count": 16, "share": 57},
        ],
        "steps": [
            {"title": "ส่งข้อมูลแก้ไขแล้ว", "when": "2 พฤศจิกายน 2568", "state": "done"},
            {"title": "นายทะเบียนกำลังตรวจ", "text": SENTENCE, "state": "current"},
            {"title": "ขึ้นหน้าสาธารณะ"},
        ],
        "columns": ["จังหวัด", "องค์กร", "สมาชิกสภา"],
        "rows": [["เพชรบุรี", "12", "4"], ["ประจวบคีรีขันธ์", "9", "3"]],
        "kinds": ["info", "success", "warning", "danger"],
        "badges": ["", "info", "good", "warn", "bad"],
        "buttons": ["", "secondary", "quiet", "danger"],
        "menu": [{"title": "องค์กร", "url": "#", "current": True}, {"title": "ข่าว", "url": "#"}],
    }
