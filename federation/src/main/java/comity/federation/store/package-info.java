/// Letters, signed documents, evidence and quarantine in the schema `federation`.
///
/// **Start at** the tables of letters that went out and came in.
/// **Uses** the database. **Used by** courier, inbox, letters.
/// **Never** changes signed bytes after they were written.
/// **Trust** – holds what the rooms above have verified, and in the quarantine what they have not.
package comity.federation.store;
