fn fee(member: bool) -> u32 {
    let fee: u32 = if member {
        0
    };
    fee + 5
}

fn main() {
    println!("{}", fee(true));
}
