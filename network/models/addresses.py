"""Addresses as an envelope has them."""

from network.models.places import BANGKOK, District, Province, Subdistrict


def address_line(
    language: str,
    *,
    house: str = "",
    village: str = "",
    subdistrict: Subdistrict | None = None,
    district: District | None = None,
    province: Province | None = None,
    postal_code: str = "",
) -> str:
    """One line: house, village number, subdistrict, district, province, postal code; parts not known are left out."""
    parts = _english if language == "en" else _thai
    return parts(house, village, subdistrict, district, province, postal_code)


def _thai(house, village, subdistrict, district, province, postal_code) -> str:
    # Bangkok has districts called เขต and แขวง, and is no จังหวัด by law.
    in_bangkok = bool(province and province.code == BANGKOK)
    words = [
        house,
        f"หมู่ที่ {village}" if village else "",
        f"{'แขวง' if in_bangkok else 'ตำบล'}{subdistrict.name}" if subdistrict else "",
        f"{'เขต' if in_bangkok else 'อำเภอ'}{district.name}" if district else "",
        (province.name if in_bangkok else f"จังหวัด{province.name}") if province else "",
        postal_code,
    ]
    return " ".join(word for word in words if word)


def _english(house, village, subdistrict, district, province, postal_code) -> str:
    words = [
        house,
        f"Village no. {village}" if village else "",
        f"{subdistrict.name_en} Subdistrict" if subdistrict else "",
        f"{district.name_en} District" if district else "",
        # English readers expect the postal code behind the province, as on a letter from abroad.
        f"{province.name_en if province else ''} {postal_code}".strip(),
    ]
    return ", ".join(word for word in words if word)
