fn main() {
	let größe = "äöü 日本";
	let 数: i32 = größe; let b: u8 = "日";
    println!("{größe}", größe = größe, x = 数 + b);
}
