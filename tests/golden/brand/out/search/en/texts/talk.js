homeroomSearch("texts/talk.js",null,[0,[[""," and  Here, write, https://third.example/ A talk Words. images/logo.svg Another yes Visits bar 2026-01-01 Fall Winter Print the cards"]]])
