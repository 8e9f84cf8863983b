enum Door { Open }
fn main() { let d = Door::ajar(3); let _ = Door::Open; }
