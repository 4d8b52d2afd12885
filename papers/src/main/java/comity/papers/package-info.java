/// Documents on paper: A4, PDF/A-3u, tagged, in six languages, with the fonts inside. A pure library: a
/// document goes in, bytes come out.
///
/// **Law** – none.
/// **Start at** [Paper], then [Press].
/// **Uses** kernel's languages. **Used by** vault, web.
/// **Never** fetches anything: no font, no picture and no style sheet comes from outside this module.
/// **Trust** – every text may be a stranger's and is escaped here; a drawing is refused unless it only
/// draws.
package comity.papers;
