#[derive(Debug)]
struct Crate {
    goods: Vec<String>,
}

fn ship(c: Crate) -> usize {
    c.goods.len()
}

fn main() {
    let c = Crate { goods: vec!["tea".into(), "salt".into()] };
    let first = &c.goods[0];
    let count = ship(c);
    println!("{count} goods, the first was {first}");
}
