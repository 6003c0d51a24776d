"""Groups of words and phrases that the tables share, written `{name}` there."""

GROUPS: dict[str, str] = {
    "nt": "not|no|nolonger|never",
    "wish": (
        "wish|wishes|wished|wishing|hope|hopes|hoped|hoping|hopeing|pray|prays|praying|prayed|"
        "ask|asking"
    ),
    "want": "want|wants|wanted|wanting|wish|wishes|wishing|desire|long|longing|longs",
    "self": "myself|himself|herself|themselves|yourself",
    "their_self": "himself|herself|themselves",
    "own": "my|his|her|their|your",
    "me": "i|me|myself",
    "who": "i|he|she|they|you|we",
    "anyone": "anyone|anybody|nobody|everyone|everybody|someone",
    "now": "now|tonight|today|soon|tomorrow",
    "adverb": (
        "really|just|honestly|actually|even|still|so|now|always|only|truly|simply|literally|"
        "seriously|genuinely|basically"
    ),
    "will": "will|would|might|may|could|should|shall|must",
    "is": "is|are|am|was|were|be|been|being",
    "have": "have|has|had|having|got|gets|get|getting",
    "intend": (
        "{want} to?|{will}|going to|about to|ready to|prepared to|planning to|plan to|"
        "plans to|planned to|decided to|deciding to|intend to|intends to|intending to|"
        "trying to|try to|tried to|tries to|need to|needs to|tempted to|threatening to|"
        "threatened to|threatens to|about ready to|determined to|nearly|almost|rather|let me|"
        "help me|have to|has to|feel like i could|feel i could|urge to|urges to|how to|"
        "ways to|when to|want too|promised to|got to|time to|close to|here to|go home to|"
        "home to|off to"
    ),
    "consider": (
        "think about|think of|thinks about|thinks of|thinking about|thinking of|thinking|"
        "thought about|thought of|thoughts of|wanting|thoughts about|thought to|ideas of|"
        "idea of|considering|considered|contemplating|contemplated|contemplate|planning|"
        "planned|close to|near to|feel like|feels like|feeling like|urge of|dreaming of|"
        "dreaming about|dream of|dream about|fantasise about|fantasising about|fantasies of|"
        "fantasies about|visions of|images of|picturing|imagining|imagine|joking about|"
        "jokes about|hinting at|hinted at|obsessed with|consumed by|consumed with|fixated on|"
        "end up|might end up|seriously considering|back to"
    ),
    "talk_of": (
        "talk about|talks about|talking about|talked about|talks of|talking of|threatening|"
        "threatens|mentioned|joke about|jokes of"
    ),
    "person": (
        "mate|friend|colleague|daughter|son|sister|brother|wife|husband|partner|carers|carer|"
        "boy|girl|kid|kids|mum|dad|nephew|niece|staff|member|nurse|workmate|teammate|cousin|"
        "someone|housemate|flatmate|boyfriend|girlfriend|volunteer|mentee|buddy|old|lad|"
        "teenager|teen|supervisee|manager|boss|team|he|she|they|hca|student|starter|"
        "receptionist|porter|doctor|apprentice|worker|stepson|stepdaughter|child"
    ),
    "kill": "kill|top|off|unalive|delete|end|finish|finishing",
    "killing": "killing|topping|offing|ending|deleting|finishing",
    "end_life": "end|take|finish|leave|stop|terminate|lose|give up|throw away|do away with",
    "ending_life": "ending|taking|finishing|leaving|stopping|terminating|giving up|throwing away",
    "die": "die|dye|perish",
    "dead": (
        "dead|gone for good|gone forever|six feet under|6 feet under|in the ground|"
        "in my grave|in a coffin|nolonger alive"
    ),
    "alive": (
        "be here on this {world}|alive|living|live|exist|existing|breathing|breathe|be alive|"
        "be living|stay alive|staying alive|be breathing|keep breathing|go on living|"
        "going on living|keep living|carry on living|carrying on living|carry on existing|"
        "keep existing|being alive|continue living|be on this {world}|be on the {world}|"
        "be in this {world}|be in the {world}|be on {world}|being on this {world}|"
        "being in this {world}|live in this {world}|be part of this {world}|see another day|"
        "see tomorrow|see the morning|see another morning|see the sunrise|do life|"
        "do life anymore|live this life|continue this life|continue my life|"
        "continue with life|carry on with life|wake up anymore|wake up ever|be in this life|"
        "live my life"
    ),
    "world": "world|earth|planet",
    "anymore": "anymore|nomore|nomore|any longer|ever again|ever",
    "live_on": (
        "living|live|life|being alive|be alive|stay alive|staying alive|existing|exist|"
        "existence|breathing|waking up"
    ),
    "life": "life|living|existing|existence|being alive|existing at all|this life|my life",
    "weary": (
        "tired of|sick of|exhausted of|exhausted by|exhausted from|exhausted with|weary of|"
        "fedup of|fedup with|bored of|done with|had enough of|had enough w|done w|sick w|"
        "through with|finished with|tired with|over"
    ),
    "night": (
        "night|tonight|tomorrow|morning|weekend|monday|tuesday|wednesday|thursday|friday|"
        "saturday|sunday|christmas|xmas|easter|birthday|week|month|year|summer|winter|spring|"
        "autumn"
    ),
    "harm": "hurt|harm|injure|punish|mutilate",
    "harming": "hurting|harming|injuring|mutilating",
    "loved": (
        "mum|mother|dad|father|parents|wife|husband|partner|kids|kid|children|child|son|sons|"
        "daughter|daughters|boys|girls|boy|girl|family|sister|brother|nan|gran|friends|"
        "everyone|baby|babies|colleagues|team|residents|cat|dog|them|her|him"
    ),
    "kin": (
        "mum|mother|dad|father|parents|wife|husband|partner|kids|children|son|sons|daughter|"
        "daughters|boys|girls|family|sister|brother|nan|gran|loved"
    ),
    "selfharm": "selfharm|selfharming|selfharmed|selfharms",
    "die_event": (
        "died|die|was dead|were dead|am dead|was gone|were gone|disappeared|vanished|"
        "was not alive|did not exist|was not around|were not here|was not here|"
        "did not wake up|do not wake up|never woke up|am not here|am gone|am not around|"
        "am not alive|not here|passed away|dropped dead|were to die|was nolonger here|"
        "stopped existing"
    ),
    "taken": "take|takes|taken|taking",
    "organ": "heart|chest",
    "body": "arm|leg|face|side|hand|mouth|legs|arms",
    "someone": (
        "he|she|they|i|someone|somebody|colleague|friend|mate|man|woman|baby|child|son|"
        "daughter|mum|dad|nan|gran|wife|husband|partner|resident|patient|driver|volunteer|"
        "nurse|boy|girl|lady|client|staff|neighbour|visitor|person|grandad|mother|father|"
        "brother|sister|carer|manager|member"
    ),
    "partner": (
        "husband|partner|wife|boyfriend|girlfriend|ex|fiance|fiancee|spouse|missus|fella|man|"
        "bloke|dad|father|mum|mother|stepdad|stepfather|stepmum|brother|brothers|son|uncle|"
        "uncles|inlaw|inlaws|parents|family|sister|exes|lover|daughter"
    ),
    "lover": (
        "husband|partner|wife|boyfriend|girlfriend|ex|fiance|fiancee|spouse|missus|fella|man|bloke"
    ),
    "pro": "he|she|they",
    "hits": (
        "hit|hits|hitting|beat|beats|beating|slap|slaps|slapped|slapping|punch|punches|"
        "punched|punching|kick|kicks|kicked|kicking|push|pushes|pushed|pushing|shove|shoves|"
        "shoved|choke|chokes|choked|choking|strangle|strangles|strangled|strangling|attack|"
        "attacks|attacked|attacking|atacked|hurt|hurts|hurting|abuse|abuses|abused|abusing|"
        "batter|batters|battered|smack|smacks|smacked|bully|bullies|harm|harms|harming|bites|"
        "burns|burned|burnt|assaults|knocked|knocks|throttled|threw|terrorises"
    ),
    "threatens": (
        "threaten|threatens|threatened|threatening|stalk|stalks|stalking|stalked|blackmails|"
        "blackmailing|intimidates|terrorises|controls|controlling|control|isolates|harasses|"
        "harassing|gaslights|gaslighting|belittles|humiliates"
    ),
    "monitor": (
        "control|controls|controlling|controled|check|checks|checking|track|tracks|tracking|"
        "monitor|monitors|monitoring|read|reads|reading|watch|watches|take|takes|took|taking|"
        "keep|keeps|kept|keeping|hide|hides|hid|withholds|steal|steals|confiscates|"
        "confiscated|destroyed|smash|smashed|smashes"
    ),
    "things": (
        "phone|messages|texts|emails|money|wages|salary|bank|card|cards|passport|documents|"
        "benefits|earnings|pay|account|accounts|visa|laptop|everything|medication|pension"
    ),
    "home": "home|house|flat|back",
    "they_will": "he will|he would|she will|she would|they will|they would|will|would",
    "afraid": "scared|afraid|frightened|terrified|fear|fearful|scare|petrified",
    "touch": (
        "touch|touches|touched|touching|grope|groped|gropes|groping|grab|grabs|grabbed|"
        "grabbing|grabed|fondled|fondles|squeezed|squeezes|squeezd|stroked|rubbed|felt|kissed|"
        "kisses|pinched|slapped"
    ),
    "private": (
        "breast|breasts|boob|boobs|bum|bottom|arse|ass|crotch|thigh|thighs|privates|genitals|"
        "groin|backside|vagina|penis|chest"
    ),
}
