pub fn every_third() -> impl FnMut() -> bool {
    let mut calls = 0;
    move || {
        calls = (calls + 1) % 3;
        calls == 0
    }
}
