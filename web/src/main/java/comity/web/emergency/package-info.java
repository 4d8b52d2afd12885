/// Requests for data to avert an emergency, on the screen: one form, one page a case, one short form an act.
///
/// **Law** – arts 41(3)(e), 2(o).
/// **Start at** [EmergencyPages]; the form is in [EmergencyDraftPages], the acts in [EmergencyActPages].
/// **Uses** requests.emergency, the questions and facts of preservation. **Used by** the wiring.
/// **Never** ticks beforehand what a person must judge, and loses nothing that was typed.
/// **Trust** – who may is asked again by the room below at each act.
package comity.web.emergency;
