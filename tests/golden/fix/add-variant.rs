enum Door { Open, Shut }
fn main() {
    let d = Door::Ajar;
    if let Door::Open = d { println!("open"); }
    let _ = Door::Shut;
}
