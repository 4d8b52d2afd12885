/// Exhibits: what one State hands over to another in answer to a request, and its custody.
///
/// **Law** – art. 44.
/// **Start at** [comity.api.exhibit.ExhibitDetail].
/// **Uses** nothing. **Used by** web, cli, and programs of other people.
/// **Never** holds the bytes of an exhibit.
/// **Trust** – none: plain records.
package comity.api.exhibit;
