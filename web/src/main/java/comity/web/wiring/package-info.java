/// Puts the pages together: which controller gets what, who may open which path, what every answer carries.
///
/// **Start at** [WebRoom], which `node` imports.
/// **Uses** every page family. **Used by** `node` only.
/// **Never** builds an area object: `node` hands them in.
/// **Trust** – the order of the security chains is here and nowhere else.
package comity.web.wiring;
