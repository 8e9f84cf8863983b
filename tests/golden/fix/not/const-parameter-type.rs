fn f<const N: String>() {}
fn main() {}
