/// Exhibits on the screen: putting one together, handing it over, receiving, opening, and its custody.
///
/// **Law** – arts 40 and 44: data leave a State by its central authority's hand; see docs/coverage.
/// **Start at** [ExhibitPages] to read one, [ExhibitActPages] to do something with it, [CustodyPages] for
/// its custody on paper.
/// **Uses** requests.disclosure, vault, papers, preservation's outcomes, cases. **Used by** the wiring.
/// **Never** shows what is in an exhibit: it is only downloaded.
/// **Trust** – names of files and words of the other State are text, with their own direction, never
/// mark-up.
package comity.web.exhibit;
