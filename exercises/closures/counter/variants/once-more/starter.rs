pub fn every_third() -> impl FnMut() -> bool {
    || todo!()
}
