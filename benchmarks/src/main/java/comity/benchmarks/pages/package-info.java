/// The duty desk's inbox as its page is served: does it stay quick when a State has received a million requests?
///
/// **Start at** [InboxSection]; [Copies] fills the table, [Visitor] asks for the page.
/// **Uses** nodes, load. **Used by** law, for [Visitor].
/// **Never** touches a database that it has not made itself.
/// **Trust** – what is measured is the whole page over HTTP, signed in as a duty officer; the rows are copies of a
/// request that came over the wire.
@NullMarked
package comity.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
