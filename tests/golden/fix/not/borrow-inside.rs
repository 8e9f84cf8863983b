struct Cup { tea: u32 }
fn main() { let cup = Cup { tea: 2 }; println!("{}", cup.milk); }
