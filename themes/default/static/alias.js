// Sends a reader on from an old address to the new one, and keeps the part of the page
// (`#fragment`) that was asked for, which a refresh in the markup would lose.
"use strict";
{
  const target = document.getElementById("~target");
  if (target instanceof HTMLAnchorElement) {
    location.replace(target.href + location.hash);
  }
}
