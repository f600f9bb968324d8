"""Lists of organizations as files."""

from network.importing import intake, previewing
from network.models import District, ImportRun
from portal.workbooks import workbook

HEADINGS = ("ชื่อองค์กร", "จังหวัด", "โทรศัพท์")


def list_file(*rows, headings=HEADINGS) -> bytes:
    """An .xlsx with these rows."""
    return workbook("รายชื่อ", headings, [[*row, *[""] * (len(headings) - len(row))] for row in rows])


def uploaded(*rows, headings=HEADINGS, by=None, name="รายชื่อ.xlsx") -> ImportRun:
    """A list that was brought, its columns recognized."""
    return intake.take_in(list_file(*rows, headings=headings), name, by=by)


def checked(*rows, headings=HEADINGS, by=None) -> ImportRun:
    """A list that was brought and checked."""
    return previewing.preview(uploaded(*rows, headings=headings, by=by), by=by)


def long_list(count: int) -> bytes:
    """An .xlsx of made-up organizations in every province; the portal's places are loaded."""
    works = ("น้ำ", "ป่า", "เด็ก", "ผู้สูงอายุ", "สตรี", "ข้าว", "ทะเล", "ชุมชน", "สุขภาพ", "วัฒนธรรม", "เกษตร", "ผ้าทอ")
    forms = ("สมาคม", "มูลนิธิ", "กลุ่ม", "เครือข่าย", "ชมรม")
    districts = list(District.objects.select_related("province"))
    headings = (
        *("ลำดับ", "ชื่อองค์กร", "ชื่อองค์กร (ภาษาอังกฤษ)", "จังหวัด", "อำเภอ", "ตำบล", "เลขที่", "หมู่", "รหัสไปรษณีย์"),
        *("ผู้ประสานงาน", "โทรศัพท์", "อีเมล", "ปีที่ก่อตั้ง", "ประเด็น", "งานที่ทำ"),
    )
    rows = []
    for number in range(count):
        district = districts[number % len(districts)]
        name = f"{forms[number % 5]}{works[number % 12]}{works[number // 12 % 12]} {district.name} {number}"
        place = (f"จ.{district.province.name}", f"อ.{district.name}", "ต.ในเมือง", str(number % 300), str(number % 12))
        contact = (f"น.ส.สมหญิง ตัวอย่าง {number}", f"081234{number % 10000:04}", f"a{number}@example.org", "2541")
        work = ("สุขภาพ; เด็กและเยาวชน", "จัดกิจกรรมกับคนในชุมชนทุกเดือน ดูแลป่าและน้ำ และสอนเด็กให้รู้จักท้องถิ่น")
        rows.append([str(number + 1), name, f"Sample group {number}", *place, "76000", *contact, *work])
    return workbook("รายชื่อ", headings, rows)
