mod fixture;
#[test]
fn wf() {
    fixture::well_formed(&fixture::own_site(), "");
    fixture::well_formed(&fixture::engine_with(fixture::SITE), "");
}
