pub fn every_third() -> impl FnMut() -> bool {
    let mut calls = 0;
    move || {
        calls = calls + 1;
        calls >= 3
    }
}
