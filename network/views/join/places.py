"""Districts and subdistricts for the lists that follow one another; the screens work without it."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from network.forms.answers.location import code_in
from network.models import District, Subdistrict


@require_safe
@cache_control(public=True, max_age=3600)
def places(request: HttpRequest) -> JsonResponse:
    """`?province=TH-76`: {"places": [{code, name}]}; `?district=7601`: the same with {codes: [postal codes]}."""
    if "district" in request.GET:
        rows = Subdistrict.objects.in_district(code_in(request.GET["district"])).in_use().in_reading_order()
        found = [{"code": one.code, "name": str(one), "codes": one.postal_codes} for one in rows]
    else:
        rows = District.objects.in_province(code_in(request.GET.get("province", ""))).in_use().in_reading_order()
        found = [{"code": one.code, "name": str(one)} for one in rows]
    return JsonResponse({"places": found})
