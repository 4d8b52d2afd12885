/// Pages for people: the words every page uses.
///
/// **Start at** [Page], which every template is given, and [Messages], where all text comes from.
/// **Used by** every page family below; `wiring` puts them together.
/// **Never** decides anything about a request: it shows what the areas say and hands on what a person typed.
/// **Trust** – nothing from a browser is believed: every text is escaped by the templates, every act is checked again
/// by its area.
package comity.web;
