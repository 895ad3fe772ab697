"use strict";
// The page works without this: tips by CSS, links by the browser. Here tips stay inside the window,
// Escape hides one, and a link into a closed part of the page opens it.
(() => {
  const root = document.documentElement;
  const settle = (value) => {
    const tip = value.querySelector(".tip");
    if (!tip) return;
    tip.style.translate = "";
    if (getComputedStyle(tip).position === "fixed") return;
    const box = tip.getBoundingClientRect();
    const over = Math.max(0, box.right - root.clientWidth + 8), under = Math.min(0, box.left - 8);
    if (over || under) tip.style.translate = `${-(over || under)}px 0`;
  };
  for (const name of ["mouseover", "focusin"]) {
    document.addEventListener(name, (event) => {
      document.body.classList.remove("hushed");
      const value = event.target.closest?.(".value");
      if (value) settle(value);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.body.classList.add("hushed");
  });
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    target.scrollIntoView({ block: target.offsetHeight > innerHeight / 2 ? "start" : "center" });
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
  addEventListener("beforeprint", () => document.querySelectorAll("details.catalogue").forEach((part) => { part.open = true; }));
})();
