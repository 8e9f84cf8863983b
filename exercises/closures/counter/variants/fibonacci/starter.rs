pub fn fibonacci() -> impl FnMut() -> u64 {
    || todo!()
}
