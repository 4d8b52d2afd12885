/// Puts the REST contract together: its controllers, its guards, its security chain.
///
/// **Start at** [RestRoom], which the pages' room imports.
/// **Uses** everything of rest. **Used by** the pages' wiring.
/// **Never** builds an area object: `node` hands them in.
/// **Trust** – the chain of `/api` has no session and no cookie: what no browser sends by itself cannot be forged
/// by a page.
package comity.web.rest.wiring;
