"use strict";
// Looks for all the words that are typed in the titles and texts of the points.
(() => {
  const entries = JSON.parse(document.getElementById("index").textContent);
  const plain = (text) => text.toLocaleLowerCase().replaceAll("ё", "е");
  const texts = entries.map((entry) => plain(`${entry.title} ${entry.text}`));
  const field = document.getElementById("words"), told = document.getElementById("told");
  const list = document.getElementById("results");
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const found = words.length ? entries.filter((_, at) => words.every((word) => texts[at].includes(word))) : [];
    list.replaceChildren(...found.slice(0, 200).map((entry) => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = encodeURI(entry.page) + (entry.anchor ? `#${encodeURIComponent(entry.anchor)}` : "");
      link.textContent = entry.title;
      item.append(link, ` ${entry.text.slice(0, 120)}`);
      return item;
    }));
    told.textContent = !words.length ? "" : found.length ? `${told.dataset.found}: ${found.length}` : told.dataset.nothing;
  });
})();
