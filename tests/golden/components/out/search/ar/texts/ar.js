homeroomSearch("texts/ar.js",null,[0,[["","مرّتان وأخرى. أ ب ج د حاشية. زيارات bar 2026-05-30 خريف شتاء"]]])
