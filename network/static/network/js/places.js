"use strict";

/* Without this file a button below each list asks the server for the next one. */
function follow(places) {
  const list = (name) => places.querySelector(`select[data-place=${name}]`);
  const province = list("province"), district = list("district"), subdistrict = list("subdistrict");
  const postal = places.querySelector("input[data-place=postal_code]");
  const buttons = [...places.querySelectorAll("[data-choose]")].map((button) => [button, button.parentNode]);
  let codes = {}, proposed = "", latest = 0;

  /* A button that is only hidden would still answer the Enter key. */
  const take = () => buttons.forEach(([button]) => button.remove());
  const give = () => buttons.forEach(([button, parent]) => parent.append(button));
  const show = (name, shown) => { places.querySelector(`[data-after=${name}]`).hidden = !shown; };

  async function ask(query) {
    const mine = ++latest;
    const url = new URL(places.dataset.places, location.href);
    url.search = new URLSearchParams(query);
    try {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(answer.statusText);
      const found = (await answer.json()).places;
      return mine === latest ? found : null;
    } catch {
      if (mine === latest) give();
      return null;
    }
  }

  function fill(select, found) {
    select.replaceChildren(select.options[0], ...found.map((place) => new Option(place.name, place.code)));
    select.value = "";
  }

  function propose() {
    const known = codes[subdistrict.value] || [];
    if (postal.value && postal.value !== proposed && known.includes(postal.value)) return;
    proposed = known[0] || "";
    postal.value = proposed;
  }

  province.addEventListener("change", async () => {
    fill(subdistrict, []);
    propose();
    show("district", false);
    const found = province.value ? await ask({ province: province.value }) : [];
    if (!found) return;
    fill(district, found);
    show("province", found.length > 0);
  });

  async function subdistricts() {
    const found = district.value ? await ask({ district: district.value }) : [];
    if (!found) return;
    codes = Object.fromEntries(found.map((place) => [place.code, place.codes]));
    return found;
  }

  district.addEventListener("change", async () => {
    const found = await subdistricts();
    if (!found) return;
    fill(subdistrict, found);
    propose();
    show("district", found.length > 0);
  });
  subdistrict.addEventListener("change", propose);
  take();
  if (district.value) subdistricts();
}

for (const places of document.querySelectorAll("[data-places]")) follow(places);
