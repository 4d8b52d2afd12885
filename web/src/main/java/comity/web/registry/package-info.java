/// The registry's pages: the list in force, the four registers, and what is proposed and decided.
///
/// **Law** – arts 37(2), 40(12), 41(2), 53(7).
/// **Start at** [EditionPages] for everybody, [ProposalPages] for missions and the secretariat.
/// **Used by** the wiring.
/// **Never** shows a telephone number to somebody who has not signed in; never changes an entry by itself.
/// **Trust** – what is shown comes from the list in force; whoever wants to be sure checks the signed list itself.
package comity.web.registry;
