/// What a court is given: an opened exhibit, what vouches for it, the commands by which anybody's tools check it,
/// and a page that checks it in a browser.
///
/// **Law** – art. 44 hands data over for use in proceedings; what a court needs to believe them is here.
/// **Start at** [Bundle].
/// **Uses** `pack`, `bag`, `paper`, `signature`. **Used by** the command line.
/// **Never** asks anybody anything: a bundle is checked on a machine without a network.
/// **Trust** – the roots and the page in a bundle are a convenience; a court gets them on its own way as well.
package comity.evidence.court;
