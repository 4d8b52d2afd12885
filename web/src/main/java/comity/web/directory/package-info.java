/// The directory on the screen: every State's desk, what it needs, what it can do at night, and the card to take along.
///
/// **Law** – arts 40(12) and 41.
/// **Start at** [DirectoryPages].
/// **Uses** directory. **Used by** the wiring.
/// **Never** changes an entry: a State changes its own at the registry.
/// **Trust** – an entry is as good as the signed list it came in, whose age is shown.
package comity.web.directory;
