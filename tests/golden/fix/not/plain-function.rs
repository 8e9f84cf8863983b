fn twice(f: i32) {}
fn main() { twice(|n: i32| n); }
