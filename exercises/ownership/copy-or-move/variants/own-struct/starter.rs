struct Metres(u32);

fn double(m: Metres) -> Metres {
    Metres(m.0 * 2)
}

fn main() {
    let way = Metres(4);
    let back = double(way);
    println!("{}", back.0);
    println!("{}", way.0);
}
