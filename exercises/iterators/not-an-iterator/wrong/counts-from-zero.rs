pub struct Team {
    pub members: Vec<String>,
}

pub fn roll_call(team: &Team) -> Vec<String> {
    let mut lines = Vec::new();
    for (i, member) in team.members.iter().enumerate() {
        lines.push(format!("{} {member}", i));
    }
    lines
}
