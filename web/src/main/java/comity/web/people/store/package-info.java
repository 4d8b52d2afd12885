/// Accounts, sessions, passkeys and tokens in PostgreSQL, schema `web`.
///
/// **Start at** [SqlAccountBook]; the tables are in `comity/web/migrations`.
/// **Used by** the wiring only.
/// **Never** decides who may do what.
/// **Trust** – what stands in the tables was checked when it was written.
package comity.web.people.store;
