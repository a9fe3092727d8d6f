// Counts a visit, and says nothing of who it is. Only where the site is published: a preview counts nobody.

const own = document.querySelector("link[rel=canonical]");

if (own && new URL(own.href).host === location.host) navigator.sendBeacon("https://stats.example/visit");
