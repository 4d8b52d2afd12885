/// People of this State: accounts, sign-in, passkeys, sessions, and the tokens of programs.
///
/// **Law** – art. 41 asks for trained people who are reachable; who they are stays inside the State.
/// **Start at** [Accounts]; [Sessions] keeps people signed in over a restart, [FormTokens] tells their forms from
/// forged ones, [AccessTokens] lets programs in.
/// **Used by** every page family, the REST controllers, and `node` when it makes the first administrator.
/// **Never** keeps a password or a token: only what cannot be turned back into one.
/// **Trust** – a cookie or a token is only a claim until its digest is found here and its account is not disabled.
package comity.web.people;
