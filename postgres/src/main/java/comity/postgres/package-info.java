/// A real PostgreSQL for this machine: unpacked, made, started, stopped, and found again after a crash.
///
/// **Start at** [comity.postgres.EmbeddedPostgres].
/// **Used by** node and testkit; uses no other room.
/// **Never** answers to another machine, opens a door without a password, or gives up durability unless a test asks for
/// it.
/// **Trust** – relies on the folder it is given to be writable by this account only; the programs come from a jar of
/// the build and are named by their digest.
package comity.postgres;
