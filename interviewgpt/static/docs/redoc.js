"use strict";

const place = document.getElementById("redoc");
const fonts = 'system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", sans-serif';

Redoc.init(
  place.dataset.document,
  { theme: { typography: { fontFamily: fonts, headings: { fontFamily: fonts } } } },
  place,
);
